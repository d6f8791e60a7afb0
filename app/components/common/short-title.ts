/** Letters of a title that a line has room for beside other words. */
const ROOM = 22;

/**
 * A title in few letters: without its other names in brackets; a long one by its last part or its last words,
 * which tell the films of a series apart.
 */
export function shortTitle(title: string): string {
  const bare = title.replace(/\s*\([^)]*\)/g, '').trim() || title;
  if (bare.length <= ROOM) return bare;
  const words = bare
    .split(/: | - /)
    .at(-1)!
    .split(' ');
  const all = words.length;
  while (words.length > 1 && words.join(' ').length >= ROOM) words.shift();
  return (words.length < all ? '…' : '') + words.join(' ');
}
