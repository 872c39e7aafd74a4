//! Reasons why a server did not answer.

use std::io;

use rustls::CertificateError;
use ureq::{Error, Timeout};

use crate::links::link_result::LinkStatus;

/// Reason why a server did not answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RequestError {
    /// The name of the host does not resolve.
    NoSuchHost,
    /// The network has no route to the host.
    NoRoute,
    /// The host refused the connection.
    Refused,
    /// The connection ended before the response.
    Reset,
    /// The connection timed out.
    SlowToConnect,
    /// The response timed out.
    SlowToAnswer,
    /// The certificate is not accepted, for this reason.
    Certificate(String),
    /// Any other error, as a clause whose subject is the link.
    Other(String),
}

impl RequestError {
    /// Converts an error of the HTTP client.
    pub(super) fn from_ureq(error: &Error) -> Self {
        match error {
            Error::HostNotFound => Self::NoSuchHost,
            Error::Timeout(Timeout::Resolve | Timeout::Connect) => Self::SlowToConnect,
            Error::Timeout(_) => Self::SlowToAnswer,
            Error::Rustls(error) => Self::from_tls(error),
            Error::Tls(text) => Self::Other(format!("cannot make the connection secure: {text}")),
            Error::Io(error) => Self::from_io(error),
            Error::Protocol(_) => Self::Other("does not answer in HTTP".to_owned()),
            Error::LargeResponseHeader(..) => {
                Self::Other("answers with too many headers".to_owned())
            }
            Error::ConnectProxyFailed(text) => {
                Self::Other(format!("cannot be reached through the proxy: {text}"))
            }
            other => Self::Other(format!("cannot be asked: {other}")),
        }
    }

    /// Returns `true` if every request to this host would fail with the same error.
    pub(super) fn affects_host(&self) -> bool {
        match self {
            Self::NoSuchHost
            | Self::NoRoute
            | Self::Refused
            | Self::SlowToConnect
            | Self::Certificate(_) => true,
            Self::Reset | Self::SlowToAnswer | Self::Other(_) => false,
        }
    }

    /// Returns `true` if a retry may succeed. Includes name lookups, because busy resolvers drop some
    /// requests.
    pub(super) fn is_temporary(&self) -> bool {
        match self {
            Self::NoSuchHost | Self::Reset | Self::SlowToConnect | Self::SlowToAnswer => true,
            Self::NoRoute | Self::Refused | Self::Certificate(_) | Self::Other(_) => false,
        }
    }

    /// Returns `true` if the error would be the same without a network.
    pub(super) fn is_silence(&self) -> bool {
        matches!(self, Self::NoSuchHost | Self::NoRoute | Self::SlowToConnect)
    }

    /// Returns the status of a link that fails with this error.
    pub(super) fn link_status(&self) -> LinkStatus {
        match self {
            Self::Certificate(_) => LinkStatus::Certificate,
            Self::Other(_) => LinkStatus::Failing,
            _ => LinkStatus::Unreachable,
        }
    }

    /// Returns the error as a clause whose subject is the link.
    pub(super) fn description(&self) -> String {
        match self {
            Self::NoSuchHost => "has a host that no name server knows".to_owned(),
            Self::NoRoute => "has a host that no way leads to".to_owned(),
            Self::Refused => "refuses connections".to_owned(),
            Self::Reset => "breaks the connection off".to_owned(),
            Self::SlowToConnect => "takes too long to connect".to_owned(),
            Self::SlowToAnswer => "takes too long to answer".to_owned(),
            Self::Certificate(problem) => format!("has a certificate that {problem}"),
            Self::Other(detail) => detail.clone(),
        }
    }

    fn from_io(error: &io::Error) -> Self {
        if let Some(error) = tls_error(error) {
            return Self::from_tls(error);
        }
        if is_lookup_failure(error) {
            return Self::NoSuchHost;
        }
        match error.kind() {
            io::ErrorKind::ConnectionRefused => Self::Refused,
            io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::BrokenPipe
            | io::ErrorKind::UnexpectedEof => Self::Reset,
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Self::SlowToAnswer,
            io::ErrorKind::HostUnreachable
            | io::ErrorKind::NetworkUnreachable
            | io::ErrorKind::NetworkDown
            | io::ErrorKind::AddrNotAvailable => Self::NoRoute,
            _ => Self::Other(format!("cannot be asked: {error}")),
        }
    }

    fn from_tls(error: &rustls::Error) -> Self {
        match error {
            rustls::Error::InvalidCertificate(error) => {
                Self::Certificate(certificate_problem(error))
            }
            rustls::Error::NoCertificatesPresented => Self::Certificate("is missing".to_owned()),
            other => Self::Other(format!("cannot make the connection secure: {other}")),
        }
    }
}

/// Returns the problem of a certificate as a clause whose subject is the certificate.
fn certificate_problem(error: &CertificateError) -> String {
    match error {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => "has expired".into(),
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "is not valid yet".into()
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "is for another host".into()
        }
        CertificateError::UnknownIssuer => "nobody vouches for whom browsers trust".into(),
        CertificateError::Revoked => "was revoked".into(),
        other => format!("is not accepted: {other}"),
    }
}

fn tls_error(error: &io::Error) -> Option<&rustls::Error> {
    let inner = error.get_ref()?;
    let from_ureq = || match inner.downcast_ref()? {
        Error::Rustls(error) => Some(error),
        _ => None,
    };
    inner.downcast_ref().or_else(from_ureq)
}

/// Returns `true` if a host name does not resolve. The standard library has no `ErrorKind` for it: on
/// Unix it is an error without an OS error code, on Windows an error of Winsock.
fn is_lookup_failure(error: &io::Error) -> bool {
    const WINSOCK_LOOKUP_ERRORS: std::ops::RangeInclusive<i32> = 11_001..=11_004;
    match error.raw_os_error() {
        Some(number) => cfg!(windows) && WINSOCK_LOOKUP_ERRORS.contains(&number),
        None => error.to_string().starts_with("failed to lookup address information"),
    }
}
