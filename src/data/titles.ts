/** Titles as people write them: `Matrix, The` is shown as `The Matrix`. */

// Trailing articles in MovieLens titles, by how they join the word that follows.
const SPACED =
  'The|A|An|Le|La|Les|Un|Une|Il|Lo|Gli|I|El|Los|Las|Una|Der|Die|Das|Ein|Eine|Den|Det|De|En|Et|Os|As|O';
const ELIDED = "L'";
const TRAILING = new RegExp(`^(.*\\S), (${SPACED}|${ELIDED})$`);

function articleFirst(part: string): string {
  const match = TRAILING.exec(part);
  if (!match) return part;
  const [, rest, article] = match;
  return article === ELIDED ? article + rest : `${article} ${rest}`;
}

/** Moves trailing articles to the front, in the title and in its other titles in parentheses. */
export function displayTitle(title: string): string {
  return title
    .trim()
    .split(/(\s*\([^()]*\))/)
    .map((part) => {
      const other = /^(\s*)\((a\.k\.a\. )?(.*)\)$/.exec(part);
      if (!other) return articleFirst(part);
      return `${other[1]}(${other[2] ?? ''}${articleFirst(other[3])})`;
    })
    .join('');
}

/** Splits `Toy Story (1995)` into title and year; year 0 when there is none. */
export function splitYear(title: string): { title: string; year: number } {
  const match = /^(.*?)\s*\((\d{4})(?:[-–]\d{0,4})?\)\s*$/.exec(title);
  return match ? { title: match[1], year: Number(match[2]) } : { title: title.trim(), year: 0 };
}
