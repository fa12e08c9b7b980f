/** Marks a value as checked, so that two strings that mean different things cannot be swapped. */
declare const brand: unique symbol;

/** A type-only mark; combine it as `string & Brand<"LocalDay">`. Nothing exists at run time. */
export type Brand<Name extends string> = { readonly [brand]: Name };
