/** Letters of a title that a line has room for beside other words. */
const ROOM = 24;

/**
 * A title in few letters: without its other names in brackets; of one with a subtitle the last part, which
 * tells the films of a series apart; else its first word and as many of the last as there is room for.
 */
export function shortTitle(title: string): string {
  const bare = title.replace(/\s*\([^)]*\)/g, '').trim() || title;
  if (bare.length <= ROOM) return bare;
  const last = bare.split(/: | - /).at(-1)!;
  // A single word (`Part 2`) would be the name of many.
  if (last !== bare && last.length <= ROOM && last.length > 9) return last;
  const [first, ...words] = (last === bare || last.length <= 9 ? bare : last).split(' ');
  let end = '';
  while (words.length > 0 && `${first}… ${words.at(-1)} ${end}`.length <= ROOM) {
    end = `${words.pop()} ${end}`;
  }
  return end ? `${first}${words.length > 0 ? '…' : ''} ${end.trim()}` : bare;
}
