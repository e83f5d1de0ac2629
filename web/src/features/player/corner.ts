/** The id of the player's own element, which fills the screen. */
export const PLAYER = "vidstead-player";

/** The id of the element in the corner of the page in which a small player stands. */
export const CORNER = "mini-player";
