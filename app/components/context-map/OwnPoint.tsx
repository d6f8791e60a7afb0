import { useLayoutEffect, useRef, type RefObject } from 'react';
import { useReducedMotion } from '../common/media';
import { progressOf } from '../common/progress';
import { boxOf, nameAtMark, type NameAtMark, type PlacedLabel } from './labels';
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

/** Room of the marks themselves, from their middle. */
const MARK = 8;

interface OwnMarks {
  /** Pixels of the point, or of the arrow at the edge that it lies beyond. */
  here: XY;
  edge: { angle: number } | null;
  you: NameAtMark;
  /** Where the point would be without the movie that is pointed at; null: none is. */
  ghost: { at: XY; name: NameAtMark } | null;
}

interface MarkWords {
  /** Whose point it is. */
  own: string;
  ghost: string;
}

/** Where the visitor's marks and their names stand: the names of genres give way to these. */
export function ownMarks({
  point,
  ghost,
  at,
  trailAt,
  frame,
  labels,
  words,
}: {
  /** Map coordinates. */
  point: XY;
  ghost: XY | null;
  /** Map coordinates to pixels, zoom included. */
  at: Placement;
  /** The same, kept inside the frame. */
  trailAt: Placement;
  frame: Frame;
  /** Names that this one's should not lie on. */
  labels: readonly PlacedLabel[];
  words: MarkWords;
}): OwnMarks {
  const pixel: XY = [at.x(point[0]), at.y(point[1])];
  const edge = edgeTowards(pixel, frame, EDGE);
  const here: XY = edge ? [edge.x, edge.y] : pixel;
  const you = nameAtMark(words.own, here, edge ? EDGE : 11, frame, labels.map(boxOf));
  if (!ghost) return { here, edge, you, ghost: null };
  const [x, y] = here;
  const mark = { left: x - MARK, right: x + MARK, top: y - MARK, bottom: y + MARK };
  const there: XY = [trailAt.x(ghost[0]), trailAt.y(ghost[1])];
  const name = nameAtMark(words.ghost, there, 10, frame, [you.box, mark]);
  return { here, edge, you, ghost: { at: there, name } };
}

interface OwnPointProps {
  /** Map coordinates. */
  point: XY;
  /** Where it was before, oldest first; may end with `point` itself. */
  trail: readonly XY[];
  trailAt: Placement;
  marks: OwnMarks;
  words: MarkWords;
}

/** The visitor's point and the way it came: the only part of the map that moves with an edit. */
export function OwnPoint(props: OwnPointProps) {
  const { point, trail, trailAt, marks, words } = props;
  const mark = useRef<SVGGElement>(null);
  const last = trail.at(-1);
  const before = last && last[0] === point[0] && last[1] === point[1] ? trail.slice(0, -1) : trail;
  const steps = before.map(([px, py]): XY => [trailAt.x(px), trailAt.y(py)]);
  const { edge, you, ghost } = marks;
  const [x, y] = marks.here;
  useGliding(mark, point, marks.here);
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
      {ghost && (
        <g className="map-ghost">
          <line x1={x} y1={y} x2={ghost.at[0]} y2={ghost.at[1]} />
          <circle cx={ghost.at[0]} cy={ghost.at[1]} r={6} />
          <text
            x={ghost.at[0] + ghost.name.dx}
            y={ghost.at[1] + ghost.name.dy}
            textAnchor={ghost.name.anchor}
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
        <text x={you.dx} y={you.dy} textAnchor={you.anchor}>
          {words.own}
        </text>
      </g>
    </g>
  );
}
