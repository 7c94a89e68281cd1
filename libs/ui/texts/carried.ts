/** How far a common answer has come, for the sentence that says so: `of` = `answered` + `waiting` + `passedOver`. */
export interface Carried {
  readonly of: number;
  readonly answered: number;
  readonly waiting: number;
  readonly passedOver: number;
}
