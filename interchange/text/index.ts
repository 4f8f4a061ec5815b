export { decode, MOST_BYTES, type Decoded, type Found } from "./decode";
export { encodings, isEncoding, type Encoding } from "./encodings";
