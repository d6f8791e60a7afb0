/** What is written on a card: the title in short lines. */

/** What follows a title in brackets is another name of it. */
const bare = (title: string): string => title.replace(/\s*\([^)]*\)/g, '').trim() || title;

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
