/** The pages work without this: it refreshes the ticket by itself. */
const MS = { least: 10_000, most: 15_000 };
let next;

const live = () => document.querySelector('[data-live]');
const later = () => {
  next = setTimeout(look, MS.least + Math.random() * (MS.most - MS.least));
};

async function look() {
  clearTimeout(next);
  const { live: address, etag, phase } = live().dataset;
  try {
    const answer = await fetch(address, { headers: { 'If-None-Match': etag } });
    if (answer.status === 200) await renew(phase);
    else if (answer.status !== 304) throw new Error(String(answer.status));
    told(true);
  } catch {
    told(false);
  }
  later();
}

/** Takes the page as the server writes it now, so that there is one way to say things. */
async function renew(phaseBefore) {
  const page = await fetch(location.href);
  if (!page.ok) throw new Error(String(page.status));
  const fresh = new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('[data-live]');
  live().replaceWith(document.adoptNode(fresh));
  document.querySelector('[data-say]').textContent = fresh.querySelector('.ticket').textContent;
  if (fresh.dataset.phase === 'called' && phaseBefore !== 'called') {
    navigator.vibrate?.([400, 200, 400, 200, 800]);
    scrollTo({ top: 0 });
  }
}

/** Never an old page without saying so (D2). */
function told(answered) {
  live().querySelector('[data-lost]').hidden = answered;
  const updated = live().querySelector('[data-updated]');
  if (answered) updated.textContent = updated.textContent.replace(/\d\d:\d\d/, hallTime());
}

/** The hall's time, wherever the phone is. */
function hallTime() {
  const { zone: timeZone } = live().dataset;
  return new Date().toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
}

if (live()) {
  later();
  document.addEventListener('visibilitychange', () => (document.hidden ? clearTimeout(next) : look()));
}
