/**
 * Reads and writes addresses by the table of their properties. The address of a state is the properties
 * that differ from their defaults. A text that fails its check falls back to the default and is reported.
 */
import * as v from 'valibot';
import { PROPERTIES, type Address, type Known, type Property } from './address-table';
import type { AppState } from './state';

export type { Address } from './address-table';

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

/** How the fragment of a link for a class begins: what follows is read as the query is, and is sent to no server. */
const CLASS = '#?';

export const isClassLink = (hash: string): boolean => hash.startsWith(CLASS);

type Place = Pick<Location, 'search' | 'hash'>;

/** All that an address says, as a query: its own, and behind it what only the fragment of a class link says. */
export function searchOf({ search, hash }: Place): string {
  if (!isClassLink(hash)) return search;
  const query = new URLSearchParams(search);
  for (const [name, value] of new URLSearchParams(hash.slice(1))) {
    if (!query.has(name)) query.append(name, value);
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** The query `search` as that of a class link: the table's properties in the fragment, the rest where it was. */
export function asClassLink(search: string): string {
  const others = printAddress(INITIAL_ADDRESS, new URLSearchParams(search));
  return `${others}#${printAddress(parseAddress(search).address) || '?'}`;
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

/** Whether an address asks for nothing: a language or a backend is no place to go to. */
export function saysNothing(address: Address): boolean {
  const { lang, backend } = INITIAL_ADDRESS;
  return printAddress({ ...address, lang, backend }) === '';
}

/** The address of a state. */
export function addressOf(state: AppState, known: Known): Address {
  const entries = KEYS.map((key) => [key, PROPERTIES[key].of(state, known)]);
  return Object.fromEntries(entries) as Address;
}

/** What an address makes of a state before there is a catalogue: all but movies and checkpoint. */
export function stateOf(state: AppState, address: Address): Partial<AppState> {
  const parts = KEYS.map((key) => {
    const { into } = PROPERTIES[key] as Property<unknown>;
    return into(address[key], state, address);
  });
  return Object.assign({}, ...parts) as Partial<AppState>;
}

/** The address of another data set: movies and genres are left behind. */
export function withData(address: Address, data: string): Address {
  const kept = KEYS.filter((key) => PROPERTIES[key].stays).map((key) => [key, address[key]]);
  return { ...INITIAL_ADDRESS, ...(Object.fromEntries(kept) as Partial<Address>), data };
}

/** Whether going from `a` to `b` should be a step of the back button. */
export function isStep(a: Address, b: Address): boolean {
  return KEYS.some((key) => PROPERTIES[key].history === 'push' && differs(key, a, b));
}
