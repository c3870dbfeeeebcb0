import type { ErrorObject } from 'ajv';

/** Whether a manifest has fields of the right types; what is wrong with it stands in `errors` afterwards. */
export interface FieldValidator {
  (data: unknown): boolean;
  errors?: readonly ErrorObject[] | null;
}

export declare const ciliumNetworkPolicy: FieldValidator;
export declare const destinationRule: FieldValidator;
export declare const gateway: FieldValidator;
export declare const istioOperator: FieldValidator;
export declare const networkPolicy: FieldValidator;
export declare const peerAuthentication: FieldValidator;
