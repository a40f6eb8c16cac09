/** Parts of a text that are separated by commas, trimmed; empty ones are left out. */
export function readList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
