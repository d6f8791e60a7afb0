/**
 * The address of the page: one declared table of properties. Each property says how its text is
 * checked, what it stands for and how it is printed; the address of a state is the properties that
 * differ from their defaults. A text that fails its check falls back to the default and is reported.
 */
import * as v from 'valibot';
import type { BackendName, PageSetting } from '../workers/protocol';
import type { EncoderKind, HybridKind, ModulationKind } from '../../src/model/types';
import type { VariantChoice } from './model';
import { BUNDLED_DATA } from '../storage/names';
import type { Language } from './preferences';
import type { BackboneView, Scope } from './selection';
import { DEFAULT_GENRE } from './support';

/** A support pair as links hold it: by the movie identifier of the source data. */
export interface LinkedPair {
  id: number;
  /** 1 liked, 0 disliked, or stars. */
  label: number;
}

export interface Address {
  /** Data set: a folder of the page, or `own-...` of this browser. Another one is another page load. */
  data: string;
  setting: PageSetting;
  genre: string;
  /** Null: the genre's own support set, or no ratings yet. */
  support: readonly LinkedPair[] | null;
  /** Null: the setting's default. */
  variant: VariantChoice | null;
  seed: number;
  /** Movie identifier of the selected movie. */
  movie: number | null;
  scope: Scope;
  view: BackboneView;
  lesson: string | null;
  /** Training step of a checkpoint of the time scrubber. */
  checkpoint: number | null;
  backend: BackendName | 'auto';
  lang: Language;
  embed: boolean;
  /** Panels that a teacher has hidden. */
  hide: readonly string[];
}

interface Property<T> {
  /** Name in the address. */
  name: string;
  initial: T;
  schema: v.GenericSchema<string, T>;
  print: (value: T) => string;
  /** `push`: a change is a step of the browser's back button. */
  history: 'push' | 'replace';
}

type Table = { [K in keyof Address]: Property<Address[K]> };

const ENCODERS: EncoderKind[] = ['mean', 'max', 'gru', 'weighted'];
const HYBRIDS: HybridKind[] = ['none', 'dot', 'mlp'];
const MODULATIONS: ModulationKind[] = ['linear', 'sigmoid', 'film', 'soft', 'none'];
export const HIDEABLE = ['header', 'training', 'race', 'lab', 'lessons'] as const;

const choice = <T extends string>(values: readonly T[]) =>
  v.pipe(v.string(), v.picklist(values)) as unknown as v.GenericSchema<string, T>;

const integer = (largest: number) =>
  v.pipe(
    v.string(),
    v.regex(/^(0|[1-9]\d{0,9})$/),
    v.transform(Number),
    v.integer(),
    v.maxValue(largest),
  );

const orNull = <T>(schema: v.GenericSchema<string, T>) =>
  schema as v.GenericSchema<string, T | null>;

/** `mean.dot.film` */
const variant = v.pipe(
  v.string(),
  v.transform((text) => text.split('.')),
  v.strictTuple([v.picklist(ENCODERS), v.picklist(HYBRIDS), v.picklist(MODULATIONS)]),
  v.transform(([encoder, hybrid, modulation]): VariantChoice => ({ encoder, hybrid, modulation })),
);

const PAIR = /^([1-9]\d{0,8})(?:\*(0|[0-5](?:\.5)?))?$/;

/** `260_1193*0` (liked, disliked) or `260*4.5_1193*5` (stars); `none` is the empty support set. */
const support = v.pipe(
  v.string(),
  v.check((text) => text === 'none' || text.split('_').every((pair) => PAIR.test(pair))),
  v.transform((text): LinkedPair[] =>
    text === 'none'
      ? []
      : text.split('_').map((pair) => {
          const [, id, label] = PAIR.exec(pair)!;
          return { id: Number(id), label: label === undefined ? 1 : Number(label) };
        }),
  ),
  v.check((pairs) => pairs.every(({ label }) => label <= 5)),
  v.check((pairs) => new Set(pairs.map(({ id }) => id)).size === pairs.length),
  v.maxLength(64),
);

const printPair = ({ id, label }: LinkedPair) => (label === 1 ? `${id}` : `${id}*${label}`);

/** Scenario ids hold `+`, which an address reads as a space. */
const genre = v.pipe(
  v.string(),
  v.regex(/^[a-z-]+(\.[a-z-]+)*(@\d{4})?$/),
  v.transform((text) => text.replaceAll('.', '+')),
);

const slug = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/));

/** A flag is true when named: `?embed`, `?embed=1`. */
const flag = v.pipe(
  v.string(),
  v.picklist(['', '1', 'true', '0', 'false']),
  v.transform((text) => text !== '0' && text !== 'false'),
);

const panels = v.pipe(
  v.string(),
  v.transform((text) => text.split('.')),
  v.array(v.picklist(HIDEABLE)),
) as v.GenericSchema<string, readonly string[]>;

const text = (value: string | number | null) => String(value);

export const PROPERTIES: Table = {
  data: {
    name: 'data',
    initial: BUNDLED_DATA,
    schema: slug,
    print: text,
    history: 'replace',
  },
  setting: {
    name: 'setting',
    initial: 'genre',
    schema: choice(['genre', 'newcomer']),
    print: text,
    history: 'push',
  },
  genre: {
    name: 'genre',
    initial: DEFAULT_GENRE,
    schema: genre,
    print: (id) => id.replaceAll('+', '.'),
    history: 'push',
  },
  support: {
    name: 'support',
    initial: null,
    schema: orNull<readonly LinkedPair[]>(support),
    print: (pairs) => (pairs?.length ? pairs.map(printPair).join('_') : 'none'),
    history: 'push',
  },
  variant: {
    name: 'variant',
    initial: null,
    schema: orNull<VariantChoice>(variant),
    print: (choice) => (choice ? [choice.encoder, choice.hybrid, choice.modulation].join('.') : ''),
    history: 'push',
  },
  seed: { name: 'seed', initial: 0, schema: integer(2 ** 31 - 1), print: text, history: 'push' },
  movie: {
    name: 'movie',
    initial: null,
    schema: orNull(integer(1e9)),
    print: text,
    history: 'push',
  },
  scope: {
    name: 'in',
    initial: 'all',
    schema: choice(['genre', 'all']),
    print: text,
    history: 'replace',
  },
  view: {
    name: 'view',
    initial: 'film',
    schema: choice(['film', 'routes', 'explain']),
    print: text,
    history: 'replace',
  },
  lesson: { name: 'lesson', initial: null, schema: orNull(slug), print: text, history: 'push' },
  checkpoint: {
    name: 'checkpoint',
    initial: null,
    schema: orNull(integer(1e9)),
    print: text,
    history: 'replace',
  },
  backend: {
    name: 'backend',
    initial: 'auto',
    schema: choice(['auto', 'webgpu', 'webgl', 'wasm', 'cpu']),
    print: text,
    history: 'replace',
  },
  lang: {
    name: 'lang',
    initial: 'en',
    schema: choice(['en', 'zh']),
    print: text,
    history: 'replace',
  },
  embed: { name: 'embed', initial: false, schema: flag, print: () => '1', history: 'replace' },
  hide: {
    name: 'hide',
    initial: [],
    schema: panels,
    print: (hidden) => hidden.join('.'),
    history: 'replace',
  },
};

const KEYS = Object.keys(PROPERTIES) as (keyof Address)[];

/** A property whose text was not understood. */
export interface AddressProblem {
  name: string;
  text: string;
}

export interface ParsedAddress {
  address: Address;
  problems: AddressProblem[];
}

export const INITIAL_ADDRESS = Object.fromEntries(
  KEYS.map((key) => [key, PROPERTIES[key].initial]),
) as unknown as Address;

/** Reads `location.search`; never throws, names unknown to the table are ignored. */
export function parseAddress(search: string): ParsedAddress {
  const query = new URLSearchParams(search);
  const problems: AddressProblem[] = [];
  const read = <K extends keyof Address>({ name, initial, schema }: Property<Address[K]>) => {
    const given = query.get(name);
    if (given === null) return initial;
    const result = v.safeParse(schema, given);
    if (result.success) return result.output;
    problems.push({ name, text: given });
    return initial;
  };
  const entries = KEYS.map((key) => [key, read(PROPERTIES[key] as Property<Address[typeof key]>)]);
  return { address: Object.fromEntries(entries) as Address, problems };
}

const encode = (value: string) => encodeURIComponent(value).replaceAll('%40', '@');

function differs<K extends keyof Address>(key: K, a: Address, b: Address): boolean {
  return JSON.stringify(a[key]) !== JSON.stringify(b[key]);
}

/**
 * The query of an address, `''` or `?...`, in the table's order. `keep` holds parameters that are
 * not in the table (`test`), which stay as they are.
 */
export function printAddress(address: Address, keep: URLSearchParams = new URLSearchParams()) {
  const known = new Set(KEYS.map((key) => PROPERTIES[key].name));
  const ours = KEYS.filter((key) => differs(key, address, INITIAL_ADDRESS)).map((key) => {
    const { name, print } = PROPERTIES[key] as Property<unknown>;
    return `${name}=${encode(print(address[key]))}`;
  });
  const others = [...keep]
    .filter(([name]) => !known.has(name))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`);
  const query = [...ours, ...others].join('&');
  return query === '' ? '' : `?${query}`;
}

/** Whether going from `a` to `b` should be a step of the back button. */
export function isStep(a: Address, b: Address): boolean {
  return KEYS.some((key) => PROPERTIES[key].history === 'push' && differs(key, a, b));
}
