/** Types of events that say something of an object's other entries, and nothing new of what the object is about. */

const ABOUT = /\.(?:entryCorrected|plainTextGiven|translated|observationLeft|observationPublished)\/\d+$/;
const CORRECTION = /\.entryCorrected\/\d+$/;

export const isAboutEntries = (type: string): boolean => ABOUT.test(type);

/** Contributions fold theirs, which is of an older form: this is true of them too. */
export const isCorrection = (type: string): boolean => CORRECTION.test(type);
