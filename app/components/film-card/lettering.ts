/** What is written on a card: the title in short lines, or two letters of it where there is no room. */

/** What follows a title in brackets is another name of it. */
const bare = (title: string): string => title.replace(/\s*\([^)]*\)/g, '').trim() || title;

const FILLERS = new Set(['the', 'a', 'an', 'of', 'and', 'in', 'to', 'for', 'on', 'le', 'la', 'el']);

/** `TS` for Toy Story, `Al` for Alien. */
export function monogram(title: string): string {
  const words = bare(title).match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !FILLERS.has(word.toLowerCase()));
  const [first = '?', second] = telling.length > 0 ? telling : words;
  return second ? `${first[0]}${second[0]}`.toUpperCase() : first.slice(0, 2);
}

/** The title in at most `most` lines of about `length` characters; what does not fit ends in an ellipsis. */
export function titleLines(title: string, length = 11, most = 3): string[] {
  const lines: string[] = [];
  for (const word of bare(title).split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= length) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  const cut = (line: string, room: number) =>
    line.length > room ? `${line.slice(0, length - 1).replace(/\W+$/, '')}…` : line;
  const shown = lines.slice(0, most).map((line) => cut(line, length + 1));
  if (lines.length > most) {
    const last = shown[most - 1].replace(/\W+$/, '');
    shown[most - 1] = last.length < length ? `${last}…` : cut(last, 0);
  }
  return shown;
}
