/** The format of `public/recorded/challenge.json`: for the lesson that reads it and the script that writes it. */
import * as v from 'valibot';
import { MadeSchema } from '../../engine/recorded-format';

const movie = {
  /** Identifier in the source data. */
  id: v.pipe(v.number(), v.integer()),
  title: v.string(),
  year: v.nullable(v.number()),
  /** Bits of `Movies.genres`. */
  genres: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** What the person gave, 0.5 to 5. */
  stars: v.number(),
};

export const ChallengeSchema = v.object({
  formatVersion: v.literal(2),
  made: MadeSchema,
  people: v.pipe(
    v.array(
      v.object({
        /** The user's index in the data set; held out of training. */
        user: v.number(),
        shown: v.array(v.object(movie)),
        /** `predicted`: by the model after the films shown. `before`: under no support set. */
        asked: v.array(v.object({ ...movie, predicted: v.number(), before: v.number() })),
      }),
    ),
    v.minLength(1),
  ),
});

export type Challenge = v.InferOutput<typeof ChallengeSchema>;
export type Person = Challenge['people'][number];
export type Asked = Person['asked'][number];
