import {
  createElement,
  lazy,
  Suspense,
  useEffect,
  useState,
  type ComponentType,
  type LazyExoticComponent,
  type ReactNode,
} from 'react';
import { useApp } from '../../store';
import { Place } from '../common/Place';
import { Boundary } from './Boundary';

type PanelModule = { default: ComponentType };

/**
 * Panels whose code is fetched when they are mounted: each of these folders has an `index.tsx` with a
 * default export. `docs/recipes/panel.md` says what else a new panel needs.
 */
const FOUND = import.meta.glob<PanelModule>([
  '../{ask-next,narrator,phone-sheet,race,lab,explain,import,training,compare}/index.tsx',
  '../../lessons/index.tsx',
]);

const PANELS = new Map<string, LazyExoticComponent<ComponentType>>(
  Object.entries(FOUND).map(([path, load]) => [path.split('/').at(-2)!, lazy(load)]),
);

export const hasPanel = (name: string) => PANELS.has(name);

/** Mounts the panel of that folder, or nothing where there is none. */
export function Slot({ name, waiting }: { name: string; waiting?: ReactNode }) {
  const Found = PANELS.get(name);
  if (!Found) return null;
  const place = waiting === undefined ? <Place name={name} /> : waiting;
  return (
    <Boundary>
      <Suspense fallback={place}>{createElement(Found)}</Suspense>
    </Boundary>
  );
}

/** A panel below the fold: it loads once the model answers, so that nothing competes with that. */
export function LazySlot({ name }: { name: string }) {
  const mayLoad = useMayLoad();
  if (!hasPanel(name)) return null;
  return mayLoad ? <Slot name={name} /> : <Place name={name} />;
}

/** True once the model has answered or failed, a lesson is asked for, or the visitor scrolls. */
export function useMayLoad(): boolean {
  const [scrolled, setScrolled] = useState(false);
  const settled = useApp((s) => s.answer?.source === 'live' || s.failure !== null);
  const asked = useApp((s) => s.lesson !== null);
  useEffect(() => {
    const onScroll = () => setScrolled(true);
    addEventListener('scroll', onScroll, { once: true, passive: true });
    return () => removeEventListener('scroll', onScroll);
  }, []);
  return settled || asked || scrolled;
}
