import { Fragment, type ReactNode } from 'react';

/** A sentence with `{name}` places, filled with elements: word order is the language's own. */
export function Interpolate({ text, values }: { text: string; values: Record<string, ReactNode> }) {
  return text
    .split(/\{(\w+)\}/)
    .map((part, n) => <Fragment key={n}>{n % 2 === 0 ? part : values[part]}</Fragment>);
}
