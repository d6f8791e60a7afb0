import { memo, useEffect, useRef } from 'react';
import { useApp } from '../../store';
import type { Family, Scenario } from '../../../src/data/types';
import type { ContextMap } from '../../protocol/adapter';
import { readInks } from '../../theme/inks';
import { useReducedMotion } from '../common/media';
import { FAMILIES, markPath, strength } from './families';
import { through, type Frame, type Placement, type View } from './projection';

export interface PointLayerProps {
  map: ContextMap;
  scenarios: readonly Scenario[];
  frame: Frame;
  place: Placement;
  view: View;
  /** Only this family in full colour, or all. */
  isolated: Family | null;
  /** Only this scenario in full colour. */
  scenario: number | null;
  /** Colours are read anew when it changes. */
  theme: string;
}

const TWEEN_MS = 500;
/** Two thousand marks are drawn for each picture of the way: half the frames show it as well. */
const TWEEN_FRAME_MS = 30;
const FADED = 0.1;

/**
 * All sampled support sets on a canvas. Drawn anew when they, the view or what is chosen changes,
 * never when only the visitor's own point moves.
 */
export const PointLayer = memo(function PointLayer(props: PointLayerProps) {
  const { map, scenarios, frame, place, view, isolated, scenario, theme } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const shown = useRef<Float32Array | null>(null);
  const still = useReducedMotion();
  const isLive = useApp((state) => state.isMapLive);
  const ratio = devicePixelRatio;

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const kinds = layers({ map, scenarios, frame, place, view, isolated, scenario });
    const at = through(place, view);
    const inks = familyInks(context.canvas);
    const paint = (points: Float32Array): void => {
      shown.current = points;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, frame.width, frame.height);
      draw(context, points, kinds, at, inks);
    };
    const from = shown.current;
    if (still || from === null || from === map.points || from.length !== map.points.length) {
      paint(map.points);
      return;
    }
    let request = 0;
    const start = performance.now();
    let drawn = -Infinity;
    const tick = (now: number): void => {
      const t = Math.min(1, Math.max(0, (now - start) / TWEEN_MS));
      if (t === 1 || now - drawn >= TWEEN_FRAME_MS) {
        const eased = 1 - (1 - t) ** 3;
        paint(t === 1 ? map.points : map.points.map((to, k) => from[k] + eased * (to - from[k])));
        drawn = now;
      }
      if (t < 1) request = requestAnimationFrame(tick);
    };
    request = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(request);
  }, [map, scenarios, frame, place, view, isolated, scenario, theme, still, ratio]);

  return (
    <canvas
      ref={canvas}
      data-map-source={isLive ? 'live' : 'recorded'}
      width={frame.width * ratio}
      height={frame.height * ratio}
      style={{ width: frame.width, height: frame.height }}
      aria-hidden="true"
    />
  );
});

/** The colours of the families in the present theme. */
export function familyInks(element: HTMLElement): (family: Family) => string {
  const inks = readInks(
    element,
    FAMILIES.map((family) => `--${family}` as const),
  );
  return (family) => inks[`--${family}`];
}

/** A kind of dot, with how much of its colour each of its dots shows. */
interface Layer {
  family: Family;
  mark: string;
  dots: { k: number; alpha: number }[];
}

/** Dots in drawing order: grey first, then families; of each those of training first. */
function layers({ map, scenarios, isolated, scenario }: Omit<PointLayerProps, 'theme'>): Layer[] {
  const dots = [...map.scenario.keys()];
  return [...FAMILIES].reverse().flatMap((family) =>
    [false, true].map((isHeldOut): Layer => {
      const alpha = (k: number): number => {
        const faded =
          (isolated !== null && isolated !== family) ||
          (scenario !== null && map.scenario[k] !== scenario);
        return faded ? FADED : strength(family, isHeldOut);
      };
      const belongs = (k: number): boolean => {
        const own = scenarios[map.scenario[k]];
        return own.family === family && (own.fold === 'metaTest') === isHeldOut;
      };
      return {
        family,
        mark: markPath(family, isHeldOut),
        dots: dots.filter(belongs).map((k) => ({ k, alpha: alpha(k) })),
      };
    }),
  );
}

function draw(
  context: CanvasRenderingContext2D,
  points: Float32Array,
  kinds: readonly Layer[],
  at: Placement,
  inks: (family: Family) => string,
): void {
  for (const { family, mark, dots } of kinds) {
    const path = new Path2D(mark);
    context.fillStyle = inks(family);
    for (const { k, alpha } of dots) {
      const [x, y] = [at.x(points[2 * k]), at.y(points[2 * k + 1])];
      context.globalAlpha = alpha;
      context.translate(x, y);
      context.fill(path);
      context.translate(-x, -y);
    }
  }
}

/** The same dots as SVG markup, for saved pictures; `colour` gives a family's. */
export function pointsMarkup(
  props: Omit<PointLayerProps, 'theme'>,
  colour: (family: Family) => string,
): string {
  const { points } = props.map;
  const at = through(props.place, props.view);
  const mark = (layer: Layer): string =>
    layer.dots
      .map(({ k, alpha }) => {
        const [x, y] = [at.x(points[2 * k]).toFixed(1), at.y(points[2 * k + 1]).toFixed(1)];
        return `<path transform="translate(${x} ${y})" fill-opacity="${alpha}" d="${layer.mark}"/>`;
      })
      .join('');
  return layers(props)
    .map((layer) => `<g fill="${colour(layer.family)}">${mark(layer)}</g>`)
    .join('');
}
