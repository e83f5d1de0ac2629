/** What can be made into a thumbnail, an avatar or a banner. */
export const PICTURE_TYPES: readonly string[] = ["image/jpeg", "image/png", "image/webp"];

export const PICTURE_LIMIT = 20_000_000;
