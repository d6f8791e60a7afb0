import { memo } from 'react';
import type { GenreLook } from './figures';
import { titleLines } from './lettering';
import { lookOf, type Film } from './look';
import { HEIGHT, WIDTH } from './textures';
import './film-card.css';

export interface FilmCardProps extends Film {
  /** What there is room for: the figures alone, or the title and the year too. */
  detail: 'figure' | 'title';
}

/** Lightness and share of the genre's chroma of each part: in light, then in dark. */
const INKS = {
  ground: [0.93, 0.5, 0.33, 0.5],
  texture: [0.78, 0.7, 0.46, 0.7],
  figure: [0.48, 1.3, 0.82, 1],
  corner: [0.86, 0.7, 0.42, 0.7],
} as const;

/**
 * The colour of a part, written into it whole. Custom properties would say it shorter, but WebKit keeps
 * something of each one that is set on an element for ever (`docs/browsers.md`, 'Memory').
 */
function ink(part: keyof typeof INKS, { hue, chroma }: GenreLook): string {
  const [light, share, dark, darkShare] = INKS[part];
  return `light-dark(oklch(${light} ${chroma * share} ${hue}), oklch(${dark} ${chroma * darkShare} ${hue}))`;
}

const LINE = 7.6;
/** Room for two lines and the year below them; a third line takes as much more. */
const PLATE = 28;

/**
 * The face of a film: drawn from its genres (colour and figure), its decade (ground and lettering) and
 * its title, the same film always alike. A picture beside the title, so nothing that is read aloud.
 */
export const FilmCard = memo(function FilmCard({ title, year, genres, detail }: FilmCardProps) {
  const { main, second, corner, texture, type, shift, turn, scale } = lookOf({
    title,
    year,
    genres,
  });
  const lines = detail === 'title' ? titleLines(title) : [];
  const plate = PLATE + LINE * Math.max(0, lines.length - 2);
  const [x, y] = [WIDTH / 2 + shift, { figure: 35, title: (HEIGHT - plate) / 2 + 3 }[detail]];
  const size = scale * (detail === 'title' ? (lines.length > 2 ? 0.8 : 0.95) : 1.15);
  const edge = corner === 'left' ? 0 : WIDTH;
  const inwards = corner === 'left' ? 1 : -1;
  return (
    <svg
      className={`film-card ${type}`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      translate="no"
    >
      <rect style={{ fill: ink('ground', main) }} width={WIDTH} height={HEIGHT} rx="4" />
      <path className="film-texture" style={{ stroke: ink('texture', main) }} d={texture} />
      {second && (
        <g>
          <path
            style={{ fill: ink('corner', second) }}
            d={`M${edge} 0h${inwards * 22}L${edge} 22z`}
          />
          <path
            style={{ fill: ink('figure', second) }}
            d={second.figure}
            fillRule="evenodd"
            transform={`translate(${edge + inwards * 7 - 5} 2) scale(0.42)`}
          />
        </g>
      )}
      <path
        style={{ fill: ink('figure', main) }}
        d={main.figure}
        fillRule="evenodd"
        transform={`translate(${x} ${y}) rotate(${turn}) scale(${size}) translate(-12 -12)`}
      />
      {detail === 'title' && (
        <>
          <rect className="film-plate" y={HEIGHT - plate} width={WIDTH} height={plate} />
          {lines.map((line, k) => (
            <text key={k} className="film-line" x={3} y={HEIGHT - plate + 7.5 + k * LINE}>
              {line}
            </text>
          ))}
          {year && (
            <text className="film-year" x={WIDTH - 3} y={HEIGHT - 3}>
              {year}
            </text>
          )}
        </>
      )}
    </svg>
  );
});
