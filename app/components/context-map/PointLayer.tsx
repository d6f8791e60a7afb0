import { useEffect, useRef } from 'react';
import type { Family } from '../../../src/data/types';
import type { ContextMap } from '../../workers/protocol';
import { useReducedMotion } from '../common/media';
import { FAMILIES, markPath } from './families';
import { placement, type Frame } from './projection';

interface PointLayerProps {
  map: ContextMap;
  familyOf: readonly Family[];
  frame: Frame;
  /** Only this family in full colour, or all. */
  isolated: Family | null;
  /** Only this scenario in full colour. */
  scenario: number | null;
  /** CSS transform of zoom and pan. */
  transform: { k: number; x: number; y: number };
  theme: string;
}

const TWEEN_MS = 500;

/** All sampled support sets on a canvas: 2,000 marks, drawn anew only when they or the view change. */
export function PointLayer(props: PointLayerProps) {
  const { map, frame } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const shown = useRef<Float32Array | null>(null);
  const still = useReducedMotion();

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const from = shown.current;
    const moves = !still && from?.length === map.points.length && from !== map.points;
    const paint = (points: Float32Array): void => {
      shown.current = points;
      draw(context, points, props);
    };
    if (!moves) {
      paint(map.points);
      return;
    }
    let request = 0;
    const start = performance.now();
    const tick = (now: number): void => {
      const t = Math.min(1, (now - start) / TWEEN_MS);
      const eased = 1 - (1 - t) ** 3;
      paint(t === 1 ? map.points : map.points.map((to, k) => from![k] + eased * (to - from![k])));
      if (t < 1) request = requestAnimationFrame(tick);
    };
    request = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(request);
    // `props` is a new object each time; these are what the drawing depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [map, frame, props.isolated, props.scenario, props.transform, props.theme, still]);

  const ratio = typeof devicePixelRatio === 'number' ? devicePixelRatio : 1;
  return (
    <canvas
      ref={canvas}
      width={frame.width * ratio}
      height={frame.height * ratio}
      style={{ width: frame.width, height: frame.height }}
      aria-hidden="true"
    />
  );
}

function draw(
  context: CanvasRenderingContext2D,
  points: Float32Array,
  { map, familyOf, frame, isolated, scenario, transform }: PointLayerProps,
): void {
  const ratio = typeof devicePixelRatio === 'number' ? devicePixelRatio : 1;
  const styles = getComputedStyle(context.canvas);
  const place = placement(map.points, frame);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, frame.width, frame.height);
  // Grey first, families on top.
  for (const family of [...FAMILIES].reverse()) {
    const mark = new Path2D(markPath(family));
    context.fillStyle = styles.getPropertyValue(`--${family}`);
    for (let k = 0; k < map.scenario.length; k++) {
      if (familyOf[map.scenario[k]] !== family) continue;
      const faded =
        (isolated !== null && isolated !== family) ||
        (scenario !== null && map.scenario[k] !== scenario);
      context.globalAlpha = faded ? 0.1 : family === 'other' ? 0.55 : 0.78;
      const x = transform.x + transform.k * place.x(points[2 * k]);
      const y = transform.y + transform.k * place.y(points[2 * k + 1]);
      context.translate(x, y);
      context.fill(mark);
      context.translate(-x, -y);
    }
  }
  context.globalAlpha = 1;
}
