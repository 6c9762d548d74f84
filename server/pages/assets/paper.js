/** Papers can be read and printed without this: it opens the printer, keeps its paper, and cuts a roll. */
const MM = 96 / 25.4;
const ROLL = { pages: ['strip', 'slip'], marginsMm: 6, restMm: 2, leastMm: 81 };

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
// What this browser chose last: A4, or 80 mm.
const forms = [...document.querySelectorAll('[data-form]')];
for (const link of forms)
  link.addEventListener('click', (event) => {
    event.preventDefault();
    localStorage.setItem('paper', link.dataset.form);
    show(link);
  });
const asked = new URLSearchParams(location.search);
const kept = forms.find(({ dataset }) => dataset.form === localStorage.getItem('paper'));
if (kept && !asked.has('strip') && !asked.has('sheet')) show(kept);
addEventListener('beforeprint', cut);
// A paper is printed in its own font.
addEventListener('load', async () => {
  await document.fonts.ready;
  cut();
  if ('printNow' in document.body.dataset) print();
});

/** The same paper in another form: asked for anew it would be a reprint. */
function show({ href, dataset }) {
  document.body.className = dataset.form;
  history.replaceState(null, '', href);
  const pdf = document.querySelector('[data-pdf]');
  if (pdf) pdf.href = `${location.pathname}/pdf${location.search}`;
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
