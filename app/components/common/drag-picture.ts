/** What travels with the pointer while a movie is dragged: its card, where it has one, and its title. */
import './drag-picture.css';

export function dragPicture(row: Element | null, title: string): HTMLElement {
  const picture = document.createElement('div');
  picture.className = 'drag-picture';
  const card = row?.querySelector('.film-card');
  if (card) picture.append(card.cloneNode(true));
  picture.append(title);
  return picture;
}
