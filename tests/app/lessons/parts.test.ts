import { describe, expect, it } from 'vitest';
import { LESSONS } from '../../../app/lessons/all';
import { PARTS } from '../../../app/lessons/lesson';
import { panelOf, partsInEquation, partsOfPanel } from '../../../app/lessons/parts';

describe('the parts of the picture', () => {
  it('have a panel each, which says that it shows them', () => {
    for (const part of PARTS) expect(partsOfPanel(panelOf(part))?.split(' ')).toContain(part);
  });

  it('are found in an equation, each once and in order', () => {
    const tex = String.raw`\htmlData{part=context}{C} = \htmlData{part=support}{e} + \htmlData{part=context}{C}`;
    expect(partsInEquation(tex)).toEqual(['context', 'support']);
  });

  it('are the only ones that equations of the lessons name', () => {
    for (const { equation = '' } of LESSONS) {
      for (const part of partsInEquation(equation)) expect(PARTS).toContain(part);
    }
  });
});
