/**
 * What a finger presses is the button that it came down on and left, however long it stays and however far it slides
 * there: a browser makes no click of a finger that trembles.
 */

/** Buttons on which a finger rests. */
const pressed = new Map<number, Element>();

/** The screen is another one: a finger that came down before it presses nothing on it. */
export function forgetFingers(): void {
  pressed.clear();
}

/** For the life of the page. The browser's own click of a touch counts no longer; those of a mouse, a key, a switch do. */
export function pressByFingers(): void {
  document.addEventListener('pointerdown', ({ pointerType, pointerId, target }) => {
    const button = buttonOf(target);
    if (pointerType === 'touch' && button) pressed.set(pointerId, button);
  });
  document.addEventListener('pointercancel', ({ pointerId }) => void pressed.delete(pointerId));
  document.addEventListener('pointerup', ({ pointerId, clientX, clientY }) => {
    const button = pressed.get(pointerId);
    pressed.delete(pointerId);
    if (!button || button !== buttonOf(document.elementFromPoint(clientX, clientY))) return;
    // A press has a place, unlike a key's click: `detail` tells them apart.
    const place = { detail: 1, clientX, clientY, view: window };
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...place }));
  });
  const ofBrowser = (event: MouseEvent) => {
    const isTouch = event.isTrusted && 'pointerType' in event && event.pointerType === 'touch';
    if (!isTouch || !buttonOf(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('click', ofBrowser, { capture: true });
}

function buttonOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('button') : null;
}
