/** Of the product: what `fil --version` answers, and what a backup says it was made by. */
export const VERSION = '0.1.0';
