/** For what a specimen can't do by itself. */
export const nothing = () => undefined;
