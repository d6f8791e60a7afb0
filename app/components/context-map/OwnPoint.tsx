import { useLayoutEffect, useRef, type RefObject } from 'react';
import { useReducedMotion } from '../common/media';
import { progressOf } from '../common/progress';
import { overlap, boxOf, type PlacedLabel } from './labels';
import { EDGE, edgeTowards, type Frame, type Placement, type XY } from './projection';

const MOVE_MS = 450;
const EASING = 'cubic-bezier(0.22, 0.8, 0.28, 1)';

interface Glide {
  animation: Animation;
  from: XY;
  to: XY;
}

function seenAt({ animation, from, to }: Glide): XY {
  const t = progressOf(animation);
  return [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])];
}

const translate = ([x, y]: XY): Keyframe => ({ transform: `translate(${x}px, ${y}px)` });

/**
 * Lets the element that lies at `pixel` travel there when `point` changes, from where it is seen now;
 * zooming takes it along at once. The browser's compositor moves it: the page draws no frame for it.
 */
function useGliding(element: RefObject<SVGGElement | null>, point: XY, pixel: XY): void {
  const still = useReducedMotion();
  const before = useRef<{ point: XY; pixel: XY } | null>(null);
  const glide = useRef<Glide | null>(null);
  const [px, py] = point;
  const [x, y] = pixel;
  useLayoutEffect(() => {
    const was = before.current;
    const to: XY = [x, y];
    before.current = { point: [px, py], pixel: to };
    const from = glide.current ? seenAt(glide.current) : was?.pixel;
    glide.current?.animation.cancel();
    glide.current = null;
    const moved = was !== null && (was.point[0] !== px || was.point[1] !== py);
    if (!moved || !from || still || !element.current) return;
    const keyframes = [translate(from), translate(to)];
    const animation = element.current.animate(keyframes, { duration: MOVE_MS, easing: EASING });
    glide.current = { animation, from, to };
  }, [element, px, py, x, y, still]);
}

interface OwnPointProps {
  /** Map coordinates. */
  point: XY;
  /** Where it was before, oldest first; may end with `point` itself. */
  trail: readonly XY[];
  /** Where it would be without the movie that is pointed at. */
  ghost: XY | null;
  /** Map coordinates to pixels, zoom included. */
  at: Placement;
  /** The same, kept inside the frame. */
  trailAt: Placement;
  frame: Frame;
  /** Names that this one's should not lie on. */
  labels: readonly PlacedLabel[];
  words: { you: string; ghost: string };
}

/** Places for a name at a mark: right of it, left, above, below. */
const SIDES = [
  { dx: 1, dy: 0, anchor: 'start' },
  { dx: -1, dy: 0, anchor: 'end' },
  { dx: 0, dy: -1, anchor: 'middle' },
  { dx: 0, dy: 1, anchor: 'middle' },
] as const;

/** The first side where the name is in the frame and on no other name; else the first in the frame. */
function sideFor(
  text: string,
  [x, y]: XY,
  away: number,
  { width }: Frame,
  taken: readonly PlacedLabel[],
) {
  const places = SIDES.map((side) => {
    const middle = x + side.dx * (away + 3.4 * text.length);
    return { side, box: boxOf({ text, x: middle, y: y + 4 + side.dy * 16 }) };
  });
  const inside = places.filter(({ box }) => box.left >= 0 && box.right <= width);
  const free = inside.find(({ box }) => taken.every((label) => !overlap(box, boxOf(label))));
  return (free ?? inside[0] ?? places[0]).side;
}

/** The visitor's point and the way it came: the only part of the map that moves with an edit. */
export function OwnPoint(props: OwnPointProps) {
  const { point, trail, ghost, at, trailAt, frame, labels, words } = props;
  const mark = useRef<SVGGElement>(null);
  const pixelOf = ([px, py]: XY): XY => [trailAt.x(px), trailAt.y(py)];
  const last = trail.at(-1);
  const before = last && last[0] === point[0] && last[1] === point[1] ? trail.slice(0, -1) : trail;
  const here: XY = [at.x(point[0]), at.y(point[1])];
  const steps = before.map(pixelOf);
  const edge = edgeTowards(here, frame, EDGE);
  const [x, y] = edge ? [edge.x, edge.y] : here;
  useGliding(mark, point, [x, y]);
  const away = edge ? EDGE : 11;
  const { dx, dy, anchor } = sideFor(words.you, [x, y], away, frame, labels);
  const without = ghost && pixelOf(ghost);
  return (
    <g className="map-own" data-x={point[0]} data-y={point[1]}>
      <polyline points={[...steps, [x, y]].map((p) => p.join(',')).join(' ')} />
      {steps.map(([sx, sy], k) => (
        <circle
          key={k}
          className="map-step"
          cx={sx}
          cy={sy}
          r={2.2}
          fillOpacity={0.25 + (0.5 * (k + 1)) / steps.length}
        />
      ))}
      {without && (
        <g className="map-ghost">
          <line x1={x} y1={y} x2={without[0]} y2={without[1]} />
          <circle cx={without[0]} cy={without[1]} r={6} />
          <text
            x={without[0] + (without[0] > frame.width / 2 ? -10 : 10)}
            y={without[1] + (without[1] < y ? -8 : 16)}
            textAnchor={without[0] > frame.width / 2 ? 'end' : 'start'}
          >
            {words.ghost}
          </text>
        </g>
      )}
      <g ref={mark} className={edge ? 'map-edge' : 'map-point'} transform={`translate(${x} ${y})`}>
        {edge ? (
          <path d="M9 0 L-5 6 L-5 -6 Z" transform={`rotate(${edge.angle})`} />
        ) : (
          <circle r={7} />
        )}
        <text x={dx * away} y={4 + dy * 16} textAnchor={anchor}>
          {words.you}
        </text>
      </g>
    </g>
  );
}
