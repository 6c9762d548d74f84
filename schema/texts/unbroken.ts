/** A4: a figure and its unit stand on one line, because no line ends at the space between them. */
export function unbroken(text: string): string {
  return text.replace(/(\d) (?=\p{Script=Han})/gu, '$1\u00a0');
}

/** What is kept of a text has plain spaces, whoever reads it later. */
export function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

/** What stands between two sentences: in Chinese nothing, because the full stop has its own room. */
export function gapIn(language: string): string {
  return language === 'en' ? ' ' : '';
}
