import {
  createElement,
  lazy,
  Suspense,
  type ComponentType,
  type LazyExoticComponent,
  type ReactNode,
} from 'react';
import { Boundary } from './Boundary';

type PanelModule = { default: ComponentType };

/** Panels that come lazily: a folder with an `index.tsx` and a default export is all it takes. */
const FOUND = import.meta.glob<PanelModule>([
  '../{race,lab,explain,import,training}/index.tsx',
  '../../lessons/index.tsx',
]);

const PANELS = new Map<string, LazyExoticComponent<ComponentType>>(
  Object.entries(FOUND).map(([path, load]) => [path.split('/').at(-2)!, lazy(load)]),
);

export const hasPanel = (name: string) => PANELS.has(name);

/** Mounts the panel of that folder, or nothing where there is none. */
export function Slot({ name, waiting = null }: { name: string; waiting?: ReactNode }) {
  const Found = PANELS.get(name);
  if (!Found) return null;
  return (
    <Boundary name={name}>
      <Suspense fallback={waiting}>{createElement(Found)}</Suspense>
    </Boundary>
  );
}
