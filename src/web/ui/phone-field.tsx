import { Field, type FieldProps } from "./field.tsx";

type PhoneFieldProps = Pick<FieldProps, "language" | "refused" | "label" | "hint" | "value" | "optional"> & {
  /** "off" when it is somebody else's: the browser must not fill in the number of whoever types. */
  autocomplete?: "tel" | "off";
};

/** A number as people write it, with spaces, lines and a + in front: longer than any number is. */
const longestNumber = 40;

export const PhoneField = ({ autocomplete = "tel", ...question }: PhoneFieldProps) => (
  <Field
    {...question}
    name="phone"
    type="tel"
    inputmode="tel"
    width="medium"
    maxlength={longestNumber}
    dir="ltr"
    autocomplete={autocomplete}
  />
);
