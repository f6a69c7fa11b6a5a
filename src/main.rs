//! The command: hands the arguments to the library and passes its exit status on.

fn main() -> std::process::ExitCode {
    gainsay::cli::run(std::env::args_os())
}
