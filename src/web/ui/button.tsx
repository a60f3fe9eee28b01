import type { Child } from "hono/jsx";
import { About } from "./text.tsx";

export type ButtonLook = "primary" | "secondary" | "danger" | "subtle";

const looks: Record<ButtonLook, string> = {
  primary: "utrecht-button--primary-action",
  secondary: "utrecht-button--secondary-action",
  danger: "utrecht-button--primary-action utrecht-button--danger",
  subtle: "utrecht-button--subtle",
};

type Common = {
  look?: ButtonLook | undefined;
  /** Less high, for rows in the workspace; still 44 px to hit. */
  tight?: boolean | undefined;
  id?: string | undefined;
  children?: Child;
};

const classes = ({ look = "primary", tight = false }: Common): string =>
  `utrecht-button ${looks[look]}${tight ? " rechtspoor-button--tight" : ""}`;

type ButtonProps = Common & {
  type?: "submit" | "button" | "reset" | undefined;
  name?: string | undefined;
  value?: string | undefined;
  /** The id of the form it sends, when it stands outside. */
  form?: string | undefined;
  /** Another address than the form's own. */
  formaction?: string | undefined;
  disabled?: boolean | undefined;
};

/** Does something. A page has one primary button. */
export function Button(props: ButtonProps) {
  const { type = "submit", id, name, value, form, formaction, disabled, children } = props;
  return (
    <button class={classes(props)} {...{ type, id, name, value, form, formaction, disabled }}>
      {children}
    </button>
  );
}

type LinkButtonProps = Common & {
  href: string;
  rel?: string | undefined;
  download?: string | boolean | undefined;
  /** What it is about, for who hears the link without what stands around it. */
  about?: Child;
};

/** Goes somewhere, and is as important as a button. */
export function LinkButton(props: LinkButtonProps) {
  const { href, id, rel, download, about, children } = props;
  return (
    <a class={`${classes(props)} rechtspoor-link-button`} {...{ href, id, rel, download }}>
      {children}
      <About>{about}</About>
    </a>
  );
}

/** Buttons that belong together, the most important first. */
export const Buttons = ({ children }: { children?: Child }) => <div class="rechtspoor-buttons">{children}</div>;
