/** T9: prints a ticket's slip through the browser's printer; a kiosk browser prints without asking. */
const LOAD_MS = 8_000;
const PRINT_MS = 10_000;
const KEY = 'shouwen-printer';

/** `?printer=on` or `off` in the address is remembered on this machine; without it there is no printer. */
export function hasPrinter(): boolean {
  const wished = new URL(location.href).searchParams.get('printer');
  if (wished === 'on' || wished === 'off') localStorage.setItem(KEY, wished);
  return localStorage.getItem(KEY) === 'on';
}

/** True when the browser handed the slip to its printer; false when there was no slip, printing threw, or no end was told in 10 s. */
export async function printSlip(link: string): Promise<boolean> {
  const path = `/paper/slip/${link.split('/').pop()}`;
  const frame = document.createElement('iframe');
  // Out of sight by its size: a frame that is not displayed has no layout to print.
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0';
  try {
    // A frame tells nothing about a page that failed, so the slip is asked for first.
    const reply = await fetch(path, { signal: AbortSignal.timeout(LOAD_MS) });
    if (!reply.ok) return false;
    await within(LOAD_MS, (done) => {
      frame.addEventListener('load', () => done(), { once: true });
      frame.src = path;
      document.body.append(frame);
    });
    const paper = frame.contentWindow;
    if (!paper) return false;
    await within(PRINT_MS, (done) => {
      paper.addEventListener('afterprint', () => done(), { once: true });
      paper.print();
    });
    return true;
  } catch {
    return false;
  } finally {
    frame.remove();
  }
}

function within(ms: number, begin: (done: () => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('too late')), ms);
    begin(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
