/** Reads a MovieLens release from its ratings and movies files. */
import type { Collected, CollectOptions } from './collect';
import { RatingCollector } from './collect';
import type { MovieLensFormat, MovieLine } from './movielens';
import { ImportError, Problems, type Expectation } from './problem';
import type { Progress } from './progress';
import type { Source } from './source';
import { readLines } from './text';
import { isHopeless, isTooWrong } from './tolerance';

export interface MovieLensTables {
  format: MovieLensFormat;
  ratings: Collected;
  /** By source id; movies nobody rated are here too. */
  movies: Map<number, MovieLine>;
  /** Lines that were left out, with examples; empty when all were fine. */
  problems: Problems;
}

/**
 * @throws ImportError when a file is missing, empty, cut off or of another kind.
 */
export async function readMovieLens(
  format: MovieLensFormat,
  sources: readonly Source[],
  options: CollectOptions,
  progress: Progress,
): Promise<MovieLensTables> {
  const ratings = find(sources, format.ratings, format);
  const movies = find(sources, format.movies, format);
  const problems = new Problems();

  const catalogue = new Map<number, MovieLine>();
  await eachLine(movies, format.header, { code: format.movies }, problems, progress, (line) => {
    const parsed = format.parseMovie(line);
    if (parsed) catalogue.set(parsed.item, parsed);
    return parsed !== null;
  });

  const collector = new RatingCollector(options);
  await eachLine(ratings, format.header, { code: format.ratings }, problems, progress, (line) => {
    const parsed = format.parseRating(line);
    if (parsed) collector.add(parsed.user, parsed.item, parsed.halfStars);
    return parsed !== null;
  });
  return { format, ratings: collector.finish(), movies: catalogue, problems };
}

function find(sources: readonly Source[], name: string, format: MovieLensFormat): Source {
  const source = sources.find((candidate) => candidate.name === name);
  if (source) return source;
  throw new ImportError({
    code: 'missing-file',
    release: format.name,
    file: name,
    together: [format.ratings, format.movies],
  });
}

/** Calls `take` for each line that is not blank; one it refuses is a problem, but for the header. */
async function eachLine(
  source: Source,
  header: boolean,
  expected: Expectation,
  problems: Problems,
  progress: Progress,
  take: (line: string) => boolean,
): Promise<void> {
  let good = 0;
  let bad = 0;
  for await (const { first, lines, bytes } of readLines(source)) {
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i];
      if (line.trim() === '') continue;
      if (take(line)) good += 1;
      else if (!(header && first + i === 1)) {
        bad += 1;
        problems.add(source.name, first + i, expected, line);
      }
    }
    progress.report({ stage: 'read', file: source.name, done: bytes, total: source.size });
    if (isHopeless(good, bad)) break;
  }
  if (good + bad === 0) {
    throw new ImportError({ code: 'empty-file', file: source.name, expected });
  }
  if (isTooWrong(good, bad)) {
    throw new ImportError(
      { code: 'wrong-lines', file: source.name, wrong: bad, read: good + bad, expected },
      problems.examples,
    );
  }
}
