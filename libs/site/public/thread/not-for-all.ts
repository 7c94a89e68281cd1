import type { CarriedShown } from '@fil/views/standings/carried';

/** Whether there is something to say of how far a common answer has come: some wait for it, or were passed over. */
export const isNotForAll = ({ answered, of }: CarriedShown): boolean => answered < of;
