import { memo, useEffect, useRef } from 'react';
import type { Family } from '../../../src/data/types';
import type { ContextMap } from '../../workers/protocol';
import { useReducedMotion } from '../common/media';
import { FAMILIES, markPath, strength } from './families';
import { through, type Frame, type Placement, type View } from './projection';

export interface PointLayerProps {
  map: ContextMap;
  familyOf: readonly Family[];
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
const FADED = 0.1;

/**
 * All sampled support sets on a canvas. Drawn anew when they, the view or what is chosen changes,
 * never when only the visitor's own point moves.
 */
export const PointLayer = memo(function PointLayer(props: PointLayerProps) {
  const { map, familyOf, frame, place, view, isolated, scenario, theme } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const shown = useRef<Float32Array | null>(null);
  const still = useReducedMotion();
  const ratio = devicePixelRatio;

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const paint = (points: Float32Array): void => {
      shown.current = points;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, frame.width, frame.height);
      draw(context, points, { map, familyOf, frame, place, view, isolated, scenario, theme });
    };
    const from = shown.current;
    if (still || from === null || from === map.points || from.length !== map.points.length) {
      paint(map.points);
      return;
    }
    let request = 0;
    const start = performance.now();
    const tick = (now: number): void => {
      const t = Math.min(1, Math.max(0, (now - start) / TWEEN_MS));
      const eased = 1 - (1 - t) ** 3;
      paint(t === 1 ? map.points : map.points.map((to, k) => from[k] + eased * (to - from[k])));
      if (t < 1) request = requestAnimationFrame(tick);
    };
    request = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(request);
  }, [map, familyOf, frame, place, view, isolated, scenario, theme, still, ratio]);

  return (
    <canvas
      ref={canvas}
      width={frame.width * ratio}
      height={frame.height * ratio}
      style={{ width: frame.width, height: frame.height }}
      aria-hidden="true"
    />
  );
});

/** Opacity of a dot. */
function alphaOf(family: Family, dotScenario: number, props: PointLayerProps): number {
  const { isolated, scenario } = props;
  const faded =
    (isolated !== null && isolated !== family) || (scenario !== null && dotScenario !== scenario);
  return faded ? FADED : strength(family);
}

function draw(
  context: CanvasRenderingContext2D,
  points: Float32Array,
  props: PointLayerProps,
): void {
  const { map, familyOf, place, view } = props;
  const styles = getComputedStyle(context.canvas);
  const at = through(place, view);
  // Grey first, families on top.
  for (const family of [...FAMILIES].reverse()) {
    const mark = new Path2D(markPath(family));
    context.fillStyle = styles.getPropertyValue(`--${family}`);
    for (let k = 0; k < map.scenario.length; k++) {
      if (familyOf[map.scenario[k]] !== family) continue;
      context.globalAlpha = alphaOf(family, map.scenario[k], props);
      const x = at.x(points[2 * k]);
      const y = at.y(points[2 * k + 1]);
      context.translate(x, y);
      context.fill(mark);
      context.translate(-x, -y);
    }
  }
  context.globalAlpha = 1;
}

/** The same dots as SVG markup, for saved pictures; `colour` gives a family's. */
export function pointsMarkup(
  props: Omit<PointLayerProps, 'theme'>,
  colour: (family: Family) => string,
): string {
  const { map, familyOf, place, view } = props;
  const at = through(place, view);
  return [...FAMILIES]
    .reverse()
    .map((family) => {
      const dots = [...map.scenario.keys()]
        .filter((k) => familyOf[map.scenario[k]] === family)
        .map((k) => {
          const [x, y] = [at.x(map.points[2 * k]), at.y(map.points[2 * k + 1])];
          const alpha = alphaOf(family, map.scenario[k], { ...props, theme: '' });
          return `<path transform="translate(${x.toFixed(1)} ${y.toFixed(1)})" fill-opacity="${alpha}" d="${markPath(family)}"/>`;
        });
      return `<g fill="${colour(family)}">${dots.join('')}</g>`;
    })
    .join('');
}
