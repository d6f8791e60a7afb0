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

/** Colours are worked out by the style sheet, which knows light from dark. */
const inks = ({ hue, chroma }: GenreLook) =>
  ({ '--film-hue': hue, '--film-chroma': chroma }) as React.CSSProperties;

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
      style={inks(main)}
      aria-hidden="true"
      translate="no"
    >
      <rect className="film-ground" width={WIDTH} height={HEIGHT} rx="4" />
      <path className="film-texture" d={texture} />
      {second && (
        <g style={inks(second)}>
          <path className="film-corner" d={`M${edge} 0h${inwards * 22}L${edge} 22z`} />
          <path
            className="film-figure"
            d={second.figure}
            fillRule="evenodd"
            transform={`translate(${edge + inwards * 7 - 5} 2) scale(0.42)`}
          />
        </g>
      )}
      <path
        className="film-figure"
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
