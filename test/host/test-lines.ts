/** What tests write to the console of an editor, which reaches the program that runs them. No part of Node is needed for it. */

/** Tests start their lines with this. */
export const testLine = '[test] ';

/** And with this, followed by JSON, the lines that tell a result to that program alone. */
export const resultLine = '[test result] ';
