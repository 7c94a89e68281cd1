/** Where receipts are: each is named by the id of its event. */

/** To read and to print. */
export const receiptAddress = (event: string): string => `/recepisse/${event}`;
/** As JSON. */
export const receiptJsonAddress = (event: string): string => `/api/v1/receipts/${event}`;
/** The file that is checked offline. */
export const receiptFileAddress = (event: string): string => `${receiptJsonAddress(event)}.tlog-proof`;
/** What is public of the event's words. */
export const openingsAddress = (event: string): string => `/log/openings/${event}`;
