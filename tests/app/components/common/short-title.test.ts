import { describe, expect, it } from 'vitest';
import { shortTitle } from '../../../../app/components/common/short-title';

describe('a short title', () => {
  it.each([
    ['Alien', 'Alien'],
    ['AVP: Alien vs. Predator', 'Alien vs. Predator'],
    ['Star Wars: Episode IV - A New Hope', 'A New Hope'],
    ['The Lord of the Rings: The Return of the King', '…Return of the King'],
    ['Indiana Jones and the Temple of Doom', '…the Temple of Doom'],
    ["Amelie (Le Fabuleux destin d'Amélie Poulain)", 'Amelie'],
    ['Supercalifragilisticexpialidocious', 'Supercalifragilisticexpialidocious'],
  ])('of %s is %s', (title, short) => expect(shortTitle(title)).toBe(short));
});
