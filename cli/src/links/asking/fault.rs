//! Why there was no answer.

use std::io;

use rustls::CertificateError;
use ureq::{Error, Timeout};

use crate::links::verdict::Standing;

/// What kept a server from answering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// No address is known for the name.
    NoSuchHost,
    /// No way leads to the address.
    NoRoute,
    /// Nothing accepts connections there.
    Refused,
    /// The connection broke off before an answer.
    Reset,
    /// No connection came about in time.
    SlowToConnect,
    /// No answer came in time.
    SlowToAnswer,
    /// The certificate is not accepted; why, in words.
    Certificate(String),
    /// Anything else; what, in words.
    Other(String),
}

impl Fault {
    /// Says what an error of the client means.
    pub(super) fn of(error: &Error) -> Self {
        match error {
            Error::HostNotFound => Self::NoSuchHost,
            Error::Timeout(Timeout::Resolve | Timeout::Connect) => Self::SlowToConnect,
            Error::Timeout(_) => Self::SlowToAnswer,
            Error::Rustls(error) => Self::of_tls(error),
            Error::Tls(text) => Self::Other(format!("cannot make the connection secure: {text}")),
            Error::Io(error) => Self::of_io(error),
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

    /// The same for whatever else is asked of this host.
    pub(super) fn is_of_host(&self) -> bool {
        match self {
            Self::NoSuchHost
            | Self::NoRoute
            | Self::Refused
            | Self::SlowToConnect
            | Self::Certificate(_) => true,
            Self::Reset | Self::SlowToAnswer | Self::Other(_) => false,
        }
    }

    /// It may be otherwise in a moment. Names are looked up again because resolvers that are asked
    /// for many names at once drop some.
    pub(super) fn may_pass(&self) -> bool {
        match self {
            Self::NoSuchHost | Self::Reset | Self::SlowToConnect | Self::SlowToAnswer => true,
            Self::NoRoute | Self::Refused | Self::Certificate(_) | Self::Other(_) => false,
        }
    }

    /// Nothing at all was heard: it would be the same without a network.
    pub(super) fn is_silence(&self) -> bool {
        matches!(self, Self::NoSuchHost | Self::NoRoute | Self::SlowToConnect)
    }

    /// How a link stands because of it.
    pub(super) fn standing(&self) -> Standing {
        match self {
            Self::Certificate(_) => Standing::Certificate,
            Self::Other(_) => Standing::Failing,
            _ => Standing::Unreachable,
        }
    }

    /// What it is, as the end of a sentence that starts with the address.
    pub(super) fn in_words(&self) -> String {
        match self {
            Self::NoSuchHost => "has a host that no name server knows".to_owned(),
            Self::NoRoute => "has a host that no way leads to".to_owned(),
            Self::Refused => "refuses connections".to_owned(),
            Self::Reset => "breaks the connection off".to_owned(),
            Self::SlowToConnect => "takes too long to connect".to_owned(),
            Self::SlowToAnswer => "takes too long to answer".to_owned(),
            Self::Certificate(why) => format!("has a certificate that {why}"),
            Self::Other(what) => what.clone(),
        }
    }

    fn of_io(error: &io::Error) -> Self {
        if let Some(error) = tls_error(error) {
            return Self::of_tls(error);
        }
        if is_of_name_lookup(error) {
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

    fn of_tls(error: &rustls::Error) -> Self {
        match error {
            rustls::Error::InvalidCertificate(error) => Self::Certificate(certificate_words(error)),
            rustls::Error::NoCertificatesPresented => Self::Certificate("is missing".to_owned()),
            other => Self::Other(format!("cannot make the connection secure: {other}")),
        }
    }
}

/// What is wrong with a certificate, as the end of a sentence that starts with it.
fn certificate_words(error: &CertificateError) -> String {
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
    let of_client = || match inner.downcast_ref()? {
        Error::Rustls(error) => Some(error),
        _ => None,
    };
    inner.downcast_ref().or_else(of_client)
}

/// Whether a name has no address. The standard library has no kind for that: on Unix it is an
/// error without a number, on Windows one of Winsock's.
fn is_of_name_lookup(error: &io::Error) -> bool {
    const WINSOCK_LOOKUP_ERRORS: std::ops::RangeInclusive<i32> = 11_001..=11_004;
    match error.raw_os_error() {
        Some(number) => cfg!(windows) && WINSOCK_LOOKUP_ERRORS.contains(&number),
        None => error.to_string().starts_with("failed to lookup address information"),
    }
}
