/** Papers can be read and printed without this: it opens the printer, keeps its paper, and cuts a roll. */
const MM = 96 / 25.4;
const ROLL = { pages: ['strip', 'slip'], marginsMm: 6, restMm: 2, leastMm: 81 };

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
// What this browser chose last: A4, or 80 mm.
const other = document.querySelector('[data-form]');
other?.addEventListener('click', () => localStorage.setItem('paper', other.dataset.form));
const isNow = 'printNow' in document.body.dataset;
const asked = new URLSearchParams(location.search);
const isChosen = asked.has('strip') || asked.has('sheet');
const turns = other && !isChosen && localStorage.getItem('paper') === other.dataset.form;
if (turns) location.replace(other.href + (isNow ? '&print' : ''));
else {
  addEventListener('beforeprint', cut);
  // A paper is printed in its own font.
  addEventListener('load', async () => {
    await document.fonts.ready;
    cut();
    if (isNow) print();
  });
}

/** A roll ends below the last line, whatever the paper says. */
function cut() {
  const said = document.querySelector('.strip main, .slip main');
  if (!said) return;
  const endMm = Math.ceil((said.getBoundingClientRect().bottom + scrollY) / MM);
  // A page that is wider than high would be turned.
  const heightMm = Math.max(endMm + ROLL.marginsMm + ROLL.restMm, ROLL.leastMm);
  for (const rule of pageRules())
    if (ROLL.pages.includes(rule.selectorText)) rule.style.setProperty('size', `80mm ${heightMm}mm`);
}

function pageRules() {
  const sheet = [...document.styleSheets].find(({ href }) => href?.endsWith('/paper.css'));
  return [...(sheet?.cssRules ?? [])].filter((rule) => rule instanceof CSSPageRule);
}
