/** Cards that go into the dot on the map: what the model makes of four films is one point. */

const MOVE_MS = 750;
const BETWEEN_MS = 70;

export function flyToMap(cards: Iterable<Element>): void {
  const dot = document.querySelector('#context .map-point, #context .map-box');
  if (!dot || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const to = dot.getBoundingClientRect();
  // Out of sight there is nothing to be seen arriving.
  if (to.top > innerHeight || to.bottom < 0) return;
  [...cards].forEach((card, k) => {
    const from = card.getBoundingClientRect();
    const copy = card.cloneNode(true) as SVGElement;
    copy.classList.add('film-flying');
    Object.assign(copy.style, {
      left: `${from.left}px`,
      top: `${from.top}px`,
      width: `${from.width}px`,
    });
    document.body.append(copy);
    const x = to.left + to.width / 2 - (from.left + from.width / 2);
    const y = to.top + to.height / 2 - (from.top + from.height / 2);
    const flight = copy.animate(
      [{}, { transform: `translate(${x}px, ${y}px) scale(0.08)`, opacity: 0.5 }],
      { duration: MOVE_MS, delay: k * BETWEEN_MS, easing: 'ease-in-out', fill: 'backwards' },
    );
    void flight.finished.catch(() => undefined).then(() => copy.remove());
  });
}
