import type { ErrorObject } from 'ajv';

/** Whether a value is a configuration as its schema wants it; what is wrong with it stands in `errors` afterwards. */
declare const validate: {
  (data: unknown): boolean;
  errors?: readonly ErrorObject[] | null;
};
export default validate;
