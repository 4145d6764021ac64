/**
 * The mirror and its beam on a 24 grid, one weight: the beam starts in the middle of the disc, which opens to let it leave towards the upper right.
 * The component, the favicon and the application icons are all drawn from here.
 */
export const markShape = {
  disc: { x: 11, y: 13, radius: 8.75 },
  beam: 'M11 13 21.5 2.5',
  weight: 2.6,
  /** The beam's bed, cut out of the disc. */
  bed: 'M11 13 24 0',
  bedWidth: 6.2,
} as const;
