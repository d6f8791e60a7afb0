/**
 * Whether the visitor moved the pointer: what moves under one that rests makes browsers send events too,
 * and nothing is shown for those.
 */
export const isMoved = ({ movementX, movementY }: { movementX: number; movementY: number }) =>
  movementX !== 0 || movementY !== 0;
