const DECLARATION = '<?xml version="1.0" encoding="UTF-8" ?>';

/**
 * Renders an answer as XML.
 *
 * The vendor's samples disagree about lists. Here a list of objects is wrapped (`<Users><User>…`), as in most samples;
 * `Directories` and lists of texts are repeated elements.
 */
export function renderXml(root: string, members: Readonly<Record<string, unknown>>): string {
  return `${DECLARATION}<${root}>${renderMembers(members)}</${root}>`;
}

function renderMembers(members: object): string {
  return Object.entries(members)
    .map(([name, value]) => renderMember(name, value))
    .join('');
}

function renderMember(name: string, value: unknown): string {
  if (!Array.isArray(value)) return element(name, renderValue(value));
  const items = value.map(renderValue);
  if (isRepeated(name, value)) return items.map((item) => element(name, item)).join('');
  return element(name, items.map((item) => element(singular(name), item)).join(''));
}

function renderValue(value: unknown): string {
  if (typeof value === 'object' && value !== null) return renderMembers(value);
  if (typeof value === 'string') return escapeText(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function isRepeated(name: string, items: readonly unknown[]): boolean {
  return name === 'Directories' || items.some((item) => typeof item !== 'object');
}

function singular(name: string): string {
  return name.endsWith('ies') ? `${name.slice(0, -3)}y` : name.slice(0, -1);
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

/** Leaves out control characters: XML cannot hold them. */
function escapeText(text: string): string {
  const printable = text.toWellFormed().replace(/[^\P{Cc}\t\n\r]/gu, '');
  return printable.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
