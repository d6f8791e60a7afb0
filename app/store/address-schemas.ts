/** How the texts of an address are checked, and what they become. */
import * as v from 'valibot';
import {
  ENCODERS,
  HYBRIDS,
  MODULATIONS,
  PAGE_SETTINGS,
  SETTING_WORDS,
  type PageSetting,
} from '../../src/kinds';
import type { VariantChoice } from './model';

export const HIDEABLE = ['header', 'training', 'race', 'lab', 'lessons'] as const;

export const choice = <T extends string>(values: readonly T[]) =>
  v.pipe(v.string(), v.picklist(values)) as unknown as v.GenericSchema<string, T>;

/** A setting by its word in links and messages: `genre` is the scenario-specific one. */
export const pageSetting = v.pipe(
  v.string(),
  v.picklist(Object.values(SETTING_WORDS)),
  v.transform((word): PageSetting => PAGE_SETTINGS.find((one) => SETTING_WORDS[one] === word)!),
);

export const integer = (largest: number) =>
  v.pipe(
    v.string(),
    v.regex(/^(0|[1-9]\d{0,9})$/),
    v.transform(Number),
    v.integer(),
    v.maxValue(largest),
  );

export const orNull = <T>(schema: v.GenericSchema<string, T>) =>
  schema as v.GenericSchema<string, T | null>;

const PARTS = [v.picklist(ENCODERS), v.picklist(HYBRIDS), v.picklist(MODULATIONS)] as const;

/** `mean.dot.film`, `gru.dot.film.paper` */
export const variant = v.pipe(
  v.string(),
  v.transform((text) => text.split('.')),
  v.union([v.strictTuple(PARTS), v.strictTuple([...PARTS, v.literal('paper')])]),
  v.transform(([encoder, hybrid, modulation, preset]): VariantChoice => ({
    encoder,
    hybrid,
    modulation,
    ...(preset && { preset }),
  })),
);

/** Scenario ids hold `+`, which an address reads as a space. */
export const genre = v.pipe(
  v.string(),
  v.regex(/^[a-z-]+(\.[a-z-]+)*(@\d{4})?$/),
  v.transform((text) => text.replaceAll('.', '+')),
);

export const slug = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/));

/** A flag is true when named: `?embed`, `?embed=1`. */
export const flag = v.pipe(
  v.string(),
  v.picklist(['', '1', 'true', '0', 'false']),
  v.transform((text) => text !== '0' && text !== 'false'),
);

export const panels = v.pipe(
  v.string(),
  v.transform((text) => text.split('.')),
  v.array(v.picklist(HIDEABLE)),
) as v.GenericSchema<string, readonly string[]>;

/** `https://school.example`, as `MessageEvent.origin` has it: no path, no default port, no name of everybody. */
export const origin = v.pipe(
  v.string(),
  v.regex(/^https?:\/\/[^/?#@*]+$/),
  v.check((text) => URL.canParse(text) && new URL(text).origin === text),
);
