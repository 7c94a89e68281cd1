/** Injection token of the `Register` this process serves. */
export const REGISTER = Symbol('fil.register');
