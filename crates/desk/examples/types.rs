//! Prints the contract as TypeScript, for `cargo xtask types`.

#[expect(clippy::print_stdout, reason = "printing is what it is for")]
fn main() {
    print!("{}", desk::contract::typescript());
}
